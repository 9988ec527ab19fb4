import { openBrowser } from './browser.ts';
import { fill } from './fill.ts';
import { loadEverything, teamWork } from './loaded-device.ts';
import { TEAM } from './office.ts';
import { createPlace } from './place.ts';
import { startServerProcess } from './server-process.ts';
import { readFileSync } from 'node:fs';
const texts = new Map<string, string[]>();
function src(c: any) { if (!c.url.includes('/scripts/')) return ''; const f = 'build/' + new URL(c.url).pathname; if (!texts.has(f)) texts.set(f, readFileSync(f, 'utf8').split('\n')); return (texts.get(f)![c.lineNumber] ?? '').slice(c.columnNumber, c.columnNumber + 110); }
const place = await createPlace(undefined);
await fill(place, 1 + TEAM, teamWork({ approvedEach: 92 * 5, waitingEach: 5 }));
const server = await startServerProcess(place);
await loadEverything(place, server.origin);
await server.stop();
const context = await openBrowser(place);
await context.setOffline(true);
const page = await context.newPage();
const cdp = await context.newCDPSession(page);
const link = (name: string) => page.getByRole('link', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const runs: any = { riwayat: [link('Bulan sebelumnya'), link('Bulan berikutnya')], tim: [button('Minggu sebelumnya'), button('Minggu berikutnya')] };
await cdp.send('Profiler.enable');
await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
for (const where of ['riwayat', 'tim']) {
  await page.goto(`${server.origin}/${where}`);
  await page.locator('h1').waitFor();
  await page.waitForTimeout(3000);
  for (let i = 0; i < 4; i++) for (const t of runs[where]) { await t.click(); await page.waitForTimeout(300); }
  const N = 20;
  const incl = new Map<string, number>(), self = new Map<string, number>();
  for (let i = 0; i < N; i++) for (const t of runs[where]) {
    await t.scrollIntoViewIfNeeded(); const box = (await t.boundingBox())!;
    await cdp.send('Profiler.start');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(80);
    const { profile } = await cdp.send('Profiler.stop');
    const byId = new Map(profile.nodes.map((n) => [n.id, n]));
    const parent = new Map<number, number>(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
    profile.samples!.forEach((s, k) => {
      const dt = profile.timeDeltas![k]! / 1000;
      const seen = new Set<string>(); let id: number | undefined = s; let first = true;
      while (id !== undefined) { const n = byId.get(id)!; const name = `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()!.split('.')[0]}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber} ${src(n.callFrame)}`; if (first) self.set(name, (self.get(name) ?? 0) + dt); first = false; if (!seen.has(name)) { seen.add(name); incl.set(name, (incl.get(name) ?? 0) + dt); } id = parent.get(id); }
    });
  }
  for (const [title, m] of [['incl', incl], ['self', self]] as const) { console.log('==', where, title, 'ms per tap'); for (const [n, v] of [...m].sort((a, b) => b[1] - a[1]).slice(0, title === 'incl' ? 70 : 30)) console.log((v / N / 2).toFixed(2).padStart(7), n); }
}
await context.close(); await place.remove();
