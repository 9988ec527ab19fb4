/** Everything people read, in Indonesian. Plain words, short sentences, and always what to do now. */
import { idFirst } from './id-first.ts';
import { attention } from './id/attention.ts';
import { changes } from './id/changes.ts';
import { copying } from './id/copying.ts';
import { delivery } from './id/delivery.ts';
import { devices } from './id/devices.ts';
import { entry } from './id/entry.ts';
import { form } from './id/form.ts';
import { frame } from './id/frame.ts';
import { history } from './id/history.ts';
import { help } from './id/help.ts';
import { offers } from './id/offers.ts';
import { refusals } from './id/refusals.ts';
import { reminder } from './id/reminder.ts';
import { review } from './id/review.ts';
import { settings } from './id/settings.ts';
import { statuses } from './id/status.ts';
import { team } from './id/team.ts';
import { capacities, today } from './id/today.ts';
import { timeDoubt } from './id/time-doubt.ts';
import { trust } from './id/trust.ts';
import { when } from './id/when.ts';

export const id = {
	...idFirst,
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
	team,
	timeDoubt,
	today,
	trust,
	when
};
