import { type help as idHelp } from '../id/help.ts';
import { pages, questions } from './help-pages.ts';

export const help: typeof idHelp = {
	title: 'Help',
	mark: 'Example',
	lead: 'All pages of help can be read without a signal.',
	example: 'Draft an official letter',
	pages,
	questions,
	questionsTitle: 'What people often ask',
	screensTitle: 'Help for each screen',
	see: 'What you see',
	act: 'What you do',
	whatIf: 'What if…',
	toScreen: (screen) => `Open ${screen}`,
	all: 'All help',
	toSignIn: 'To the sign-in',
	missing: 'There is no such page of help. Choose one below.',
	tour: {
		title: 'Four things to know',
		open: 'See the short tour',
		step: (step, all) => `Step ${step} of ${all}`,
		next: 'Next',
		back: 'Back',
		skip: 'Skip',
		done: 'Done',
		steps: [
			{
				title: 'Record, then save',
				text: 'Tap Record an activity, choose it and its time, then tap Save. It works without a signal.',
				picture: 'The large button Record an activity.'
			},
			{
				title: 'Sent or not?',
				text: 'The line at the top of every screen always tells. Waiting means: safe on this device, and sent by itself.',
				picture: 'Two lines of state: one activity waits to be sent, then everything is sent.'
			},
			{
				title: 'What comes back',
				text: 'If your supervisor returns an activity, a number appears at Attention. There you find the reason and the button Correct it.',
				picture: 'The card of a returned activity, with the button Correct it.'
			},
			{
				title: 'Help is always near',
				text: 'The question mark at the top opens the help of the screen you are looking at. Want to try first? Use Practice.',
				picture: 'The question mark button Help.'
			}
		]
	},
	practice: {
		title: 'Practice',
		text: 'Try it with invented data. Nothing is sent, and your own records are not touched. The first activity is returned by an invented supervisor, so that you can practise correcting it.',
		returnReason: 'Please complete the description: what was done and what came of it. (Example)',
		isOn: 'You are practising. Record an activity, wait a moment, then open Attention.'
	}
};
