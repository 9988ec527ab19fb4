/** What one version of an entry says that the one before it did not. */
export const changes = {
	title: 'Yang berubah',
	sinceMine: 'Yang berubah sejak Anda kembalikan',
	sinceReturn: (name: string) => `Yang berubah sejak dikembalikan ${name}`,
	yourReason: 'Alasan Anda',
	none: 'Isinya tidak berubah.',
	unchanged: 'Isinya tidak berubah sejak dikembalikan.',
	fields: (labels: readonly string[]) => `Berubah sejak dikembalikan: ${labels.join(', ')}`,
	from: 'dari',
	to: 'menjadi',
	added: 'ditambahkan:',
	removed: 'dihapus, semula:'
};
