/** A text out of the app: through the device's own sharing where files can be shared, else as a download. */
type Out = { readonly name: string; readonly type: string; readonly text: string };

export type HandedOut = 'shared' | 'saved' | 'given-up';

export function saveFile({ name, type, text }: Out): void {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}

/** Shares the text; where that can't be done, saves it. */
export async function shareOrSave(out: Out, title: string): Promise<HandedOut> {
	const shared = { title, text: out.text };
	if (!navigator.canShare?.(shared)) {
		saveFile(out);
		return 'saved';
	}
	try {
		await navigator.share(shared);
		return 'shared';
	} catch (error) {
		// The person closed it again, or the browser has nowhere to share to.
		if (error instanceof DOMException && error.name === 'AbortError') return 'given-up';
		saveFile(out);
		return 'saved';
	}
}
