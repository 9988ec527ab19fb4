/**
 * Which card of a list shows which entry. An entry keeps its card, and with it the focus, whatever comes and
 * goes around it; a list of others, as of another day, takes over the cards that are there, which is quicker
 * than new ones.
 */
export function keepCards(): (ids: readonly string[]) => ReadonlyMap<string, number> {
	let cards = new Map<string, number>();
	return (ids) => {
		const isOther = !ids.some((id) => cards.has(id));
		cards = new Map(isOther ? [] : cards);
		for (const id of ids) if (!cards.has(id)) cards.set(id, cards.size);
		return cards;
	};
}
