import { type statuses as idStatuses } from '../id/status.ts';

/** States, kinds of change and how far something got, in words. */
export const statuses: typeof idStatuses = {
	status: {
		submitted: 'Waiting for review',
		returned: 'Returned',
		approved: 'Approved',
		rejected: 'Rejected',
		withdrawn: 'Withdrawn',
		expired: 'Too late to correct',
		autoApproved: 'Approved automatically'
	},
	change: {
		'entry.submit': 'Activity record',
		'entry.withdraw': 'Withdrawal',
		'review.approve': 'Approval',
		'review.return': 'Return',
		'review.reject': 'Rejection',
		'review.undo': 'Undoing of a decision'
	},
	event: {
		'entry.submit': (who) => `Corrected by ${who}`,
		'entry.withdraw': (who) => `Withdrawn by ${who}`,
		'review.approve': (who) => `Approved by ${who}`,
		'review.return': (who) => `Returned by ${who}`,
		'review.reject': (who) => `Rejected by ${who}`,
		'review.undo': (who) => `Decision undone by ${who}`
	},
	timing: {
		'on-time': 'Recorded on time',
		late: 'Corrected after the deadline. Counts if the supervisor confirms it.',
		unproven: 'The time of recording is not proven. Counts if the supervisor confirms it.'
	},
	field: {
		startMinute: 'Start time',
		endMinute: 'End time',
		activity: 'Activity',
		description: 'Description',
		quantity: 'Quantity',
		unit: 'Unit',
		effectiveMinutes: 'Effective minutes',
		target: 'Target it serves',
		evidence: 'Evidence link',
		note: 'Extra note'
	},
	correction: 'Activity correction',
	firstEvent: (who) => `Recorded by ${who}`,
	laterEvent: (who) => `Edited by ${who}`,
	unsent: 'Not sent yet',
	sending: 'Being sent',
	refused: 'Refused by the server'
};
