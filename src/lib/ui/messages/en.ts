/** Everything people read, in English; loaded only where somebody has chosen it. */
import { type Messages } from './catalogue.ts';
import { attention } from './en/attention.ts';
import { delivery } from './en/delivery.ts';
import { entry } from './en/entry.ts';
import { form } from './en/form.ts';
import { refusals } from './en/refusals.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { statuses } from './en/status.ts';
import { storage } from './en/storage.ts';
import { team } from './en/team.ts';
import { capacities, today } from './en/today.ts';
import { when } from './en/when.ts';

export const en: Messages = {
	...statuses,
	...refusals,
	attention,
	capacities,
	delivery,
	entry,
	form,
	shell,
	signIn,
	storage,
	team,
	today,
	when
};
