import { describe, expect, test } from 'vitest';
import { instantOf } from '#lib/domain/day.ts';
import { aMutation, NOW, TODAY } from '#tests/support/factories.ts';
import { answerToSend, type DeliveryState, deliveryLine } from './delivery.ts';

const waits = (mutation = aMutation('entry.submit')) => ({ state: 'waiting' as const, mutation });
const activities = [waits(), waits(), waits()];

const aState = (over: Partial<DeliveryState> = {}): DeliveryState => ({
	phase: 'idle',
	lastSuccessAt: instantOf(TODAY, 7 * 60 + 42, 'WITA'),
	failure: undefined,
	nextTryAt: undefined,
	signedOut: false,
	rows: [],
	now: NOW,
	today: TODAY,
	zone: 'WITA',
	deliversWhenClosed: true,
	hasLine: true,
	isGoing: false,
	drafts: 0,
	isPractice: false,
	...over
});

const said = (over: Partial<DeliveryState>) => deliveryLine(aState(over)).text;

describe('deliveryLine', () => {
	test('says when everything arrived', () => {
		expect(said({})).toBe('Semua terkirim, 07.42 WITA');
	});

	test('does not look finished while a form lies unsaved', () => {
		expect(deliveryLine(aState({ drafts: 1 }))).toEqual({
			tone: 'info',
			icon: 'done',
			text: 'Semua terkirim, 07.42 WITA. 1 draf belum selesai.'
		});
	});

	test('names a form that was begun beside what waits, which does not hold it', () => {
		expect(said({ hasLine: false, rows: activities, drafts: 1 })).toBe(
			'3 kegiatan tersimpan di perangkat ini, menunggu sinyal. Ada 1 draf.'
		);
	});

	test('says so where there is no line, before anything was tried on it', () => {
		expect(said({ hasLine: false })).toBe('Semua terkirim, 07.42 WITA · sedang tanpa sinyal');
		expect(said({ hasLine: false, rows: activities })).toBe(
			'3 kegiatan tersimpan di perangkat ini, menunggu sinyal'
		);
	});

	test('says when the last attempt reached no server, also with nothing to send', () => {
		expect(said({ failure: { type: 'offline' } })).toBe(
			'Semua terkirim, 07.42 WITA · belum tersambung ke server'
		);
		const trying = { phase: 'syncing', failure: { type: 'timeout', answering: false } } as const;
		expect(said(trying)).toBe('Semua terkirim, 07.42 WITA · server belum menjawab');
		expect(deliveryLine(aState(trying))).toMatchObject({ tone: 'info', icon: 'sync' });
	});

	test('says that work waits on this device for a signal', () => {
		expect(said({ rows: activities, failure: { type: 'offline' } })).toBe(
			'3 kegiatan tersimpan di perangkat ini, menunggu sinyal'
		);
	});

	test('says when a busy server will be asked again, which is certain only while the app is open', () => {
		const failure = { type: 'busy', retryAfterMs: 60_000 } as const;
		expect(said({ rows: activities, failure, nextTryAt: NOW + 42 * 60_000 })).toBe(
			'Server sibuk, 3 kegiatan aman di perangkat ini, dicoba lagi 10.42 WITA bila aplikasi terbuka'
		);
	});

	test('asks to open the app again where a closed one is not woken', () => {
		const failure = { type: 'busy', retryAfterMs: 60_000 } as const;
		const nextTryAt = NOW + 42 * 60_000;
		expect(said({ rows: activities, failure, nextTryAt, deliversWhenClosed: false })).toBe(
			'Server sibuk, 3 kegiatan aman di perangkat ini, buka lagi aplikasi sekitar 10.42 WITA'
		);
	});

	test('asks to sign in again when the session is over', () => {
		expect(said({ rows: activities, signedOut: true })).toBe('Masuk lagi agar 3 kegiatan terkirim');
	});

	test('counts several changes of one entry as one activity, decisions apart', () => {
		const first = aMutation('entry.submit');
		const again = aMutation('entry.submit', { documentId: first.documentId });
		const rows = [waits(first), waits(again), waits(aMutation('review.approve') as never)];
		expect(said({ rows })).toBe(
			'1 kegiatan dan 1 keputusan tersimpan di perangkat ini, menunggu dikirim'
		);
	});

	test('what the server refused does not wait', () => {
		const refused = { state: 'refused' as const, mutation: aMutation('entry.submit') };
		expect(said({ rows: [refused] })).toBe('Semua terkirim, 07.42 WITA');
	});
});

describe('what goes right now', () => {
	test('is being sent, before the sending has begun', () => {
		expect(said({ rows: activities, isGoing: true })).toBe('Sedang mengirim 3 kegiatan…');
		expect(said({ rows: activities, isGoing: false })).toMatch(/menunggu dikirim$/);
	});
});

describe('practice', () => {
	test('is never said to be sent', () => {
		expect(said({ isPractice: true })).toBe('Catatan latihan tidak pernah dikirim ke server');
		expect(said({ isPractice: true, rows: activities, phase: 'syncing' })).toBe(
			'Sedang mengirim 3 kegiatan… (latihan, tidak sungguh dikirim)'
		);
	});
});

describe('answerToSend', () => {
	const answer = (over: Partial<DeliveryState>) => answerToSend(aState(over));

	test('says at once that there is no signal, and that it goes by itself', () => {
		expect(answer({ hasLine: false, rows: activities, phase: 'syncing' })).toBe(
			'Tidak ada sinyal sekarang. Catatan terkirim sendiri begitu ada sinyal.'
		);
		expect(answer({ hasLine: false })).toBe(
			'Tidak ada sinyal sekarang. Kabar terbaru diambil sendiri begitu ada sinyal.'
		);
	});

	test('says until when a busy server asked to wait', () => {
		const failure = { type: 'busy', retryAfterMs: 60_000 } as const;
		const nextTryAt = NOW + 42 * 60_000;
		expect(answer({ rows: activities, failure, nextTryAt })).toBe(
			'Server sibuk. Catatan aman, dicoba lagi 10.42 WITA.'
		);
	});

	test('says that it goes, and what became of it', () => {
		expect(answer({ phase: 'syncing' })).toBe('Sedang mengirim…');
		expect(answer({ failure: { type: 'cut' } })).toBe('Belum berhasil. Sebabnya tertulis di atas.');
		expect(answer({})).toBe('Semua terkirim, 07.42 WITA');
	});
});
