/** An office of two invented people, made on the device, so that practice needs no server. */
import { addDays, type Day, type Zone } from '#lib/domain/day.ts';
import {
	cardFeed,
	COMMON_FEED,
	type Feed,
	personId,
	positionFeed,
	positionId,
	SCHEMA,
	supervisionId,
	unitId,
	type WorkDocument,
	workFeed
} from '#lib/domain/document.ts';
import { type Nip } from '#lib/domain/nip.ts';
import { type Person, type Position, type Unit } from '#lib/domain/organisation.ts';
import { type Supervision } from '#lib/domain/supervision.ts';
import { PRACTICE_NIP } from './mode.ts';

export const PRACTICE_SUPERVISOR: Nip = '000000000000000001';
export const PRACTICE_NAME = 'Pegawai Latihan (contoh)';
const SUPERVISOR_NAME = 'Atasan Latihan (contoh)';
const PLACE = 'latihan';

/** Nobody ever writes these again, so one revision does for all. */
const written = { _rev: `1-${'0'.repeat(32)}`, schema: SCHEMA };

const person = (nip: Nip, name: string): Person => ({
	_id: personId(nip),
	...written,
	nip,
	name,
	employmentType: 'PNS',
	position: PLACE,
	unit: PLACE
});

const supervision = (today: Day): Supervision => ({
	_id: supervisionId(PRACTICE_NIP),
	...written,
	assignments: [
		{ supervisor: PRACTICE_SUPERVISOR, kind: 'DEFINITIVE', validFrom: addDays(today, -366) }
	]
});

const POSITION: Position = {
	_id: positionId(PLACE),
	...written,
	name: 'Jabatan latihan',
	activities: [
		{ code: 'L1', name: 'Mengagendakan surat masuk', unit: 'surat', standardMinutes: 10 },
		{ code: 'L2', name: 'Mengonsep surat dinas', unit: 'surat', standardMinutes: 45 },
		{ code: 'L3', name: 'Melayani tamu di loket', unit: 'orang', standardMinutes: 15 }
	]
};

const unit = (zone: Zone): Unit => ({
	_id: unitId(PLACE),
	...written,
	name: 'Kantor latihan',
	agency: PLACE,
	zone
});

/** Who is who, on the day of the practice. */
export function practiceOffice(today: Day, zone: Zone): WorkDocument[] {
	return [
		person(PRACTICE_NIP, PRACTICE_NAME),
		person(PRACTICE_SUPERVISOR, SUPERVISOR_NAME),
		supervision(today),
		POSITION,
		unit(zone)
	];
}

/** What a person of this office receives; around New Year of both years. */
export function practiceScope(today: Day): Feed[] {
	const years = new Set([-31, 0].map((days) => addDays(today, days).slice(0, 4)));
	return [
		...[...years].map((year) => workFeed(PRACTICE_NIP, year)),
		...[PRACTICE_NIP, PRACTICE_SUPERVISOR].map(cardFeed),
		positionFeed(PLACE),
		COMMON_FEED
	];
}
