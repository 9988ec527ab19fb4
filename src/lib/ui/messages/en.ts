/** Everything people read, in English; loaded only where somebody has chosen it. */
import { type Messages } from './catalogue.ts';
import { attention } from './en/attention.ts';
import { changes } from './en/changes.ts';
import { copying } from './en/copying.ts';
import { delivery } from './en/delivery.ts';
import { devices } from './en/devices.ts';
import { entry } from './en/entry.ts';
import { form } from './en/form.ts';
import { frame } from './en/frame.ts';
import { history } from './en/history.ts';
import { help } from './en/help.ts';
import { offers } from './en/offers.ts';
import { refusals } from './en/refusals.ts';
import { reminder } from './en/reminder.ts';
import { review } from './en/review.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { statuses } from './en/status.ts';
import { storage } from './en/storage.ts';
import { team } from './en/team.ts';
import { capacities, today } from './en/today.ts';
import { timeDoubt } from './en/time-doubt.ts';
import { trust } from './en/trust.ts';
import { when } from './en/when.ts';

export const en: Messages = {
	...statuses,
	...refusals,
	attention,
	capacities,
	changes,
	copying,
	delivery,
	devices,
	entry,
	form,
	frame,
	history,
	reminder,
	review,
	help,
	offers,
	settings,
	shell,
	signIn,
	storage,
	team,
	timeDoubt,
	today,
	trust,
	when
};
