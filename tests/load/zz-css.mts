import { openBrowser } from './browser.ts';
import { fill } from './fill.ts';
import { loadEverything, slowDown, teamWork } from './loaded-device.ts';
import { TEAM } from './office.ts';
import { createPlace } from './place.ts';
import { startServerProcess } from './server-process.ts';
import { watchForAnswers } from './answer.ts';
import { readFileSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
const place = await createPlace(undefined);
const KEEP = '/tmp/kept-profile';
await fill(place, 1 + TEAM, teamWork({ approvedEach: 92 * 5, waitingEach: 5 }));
const server = await startServerProcess(place, ...([] as []));
await loadEverything(place, server.origin);
await server.stop();
const context = await openBrowser(place);
await context.setOffline(true);
const page = await context.newPage();
if (!process.env.RATE1) await slowDown(context, page);
await page.addInitScript(watchForAnswers);
const cdp = await context.newCDPSession(page);
const link = (name: string) => page.getByRole('link', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const W = '[aria-labelledby="week"] tbody tr:nth-child(-n + 8)';
const runs: any = {
 riwayat: [[link('Bulan sebelumnya'),'.calendar li',28,'prev'],[link('Bulan berikutnya'),'.calendar li',1,'next']],
 tim: [[button('Minggu sebelumnya'),W,8,'pweek'],[button('Minggu berikutnya'),W,8,'nweek']]
};
const variants: [string, string, string][] = JSON.parse(readFileSync(process.argv[2]!, 'utf8'));
const med = (a: number[]) => { const s = [...a].sort((x, y) => x - y); return s.length ? s[Math.floor(s.length / 2)]! : 0; };
for (const [name, where, css] of variants) {
  const taps = runs[where];
  await page.goto(`${server.origin}/${where}`);
  await page.locator('h1').waitFor();
  if (css.startsWith('js:')) await page.evaluate(css.slice(3)); else if (css) await page.evaluate((css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [...document.adoptedStyleSheets, s]; }, css);
  await page.waitForTimeout(3000);
  const times: Record<string, number[]> = {}; const parts: Record<string, number[]> = {};
  for (let i = 0; i < +(process.env.ROUNDS ?? 10); i++) for (const [t, answer, atLeast, n] of taps) {
    await t.scrollIntoViewIfNeeded();
    const box = (await t.boundingBox())!;
    const answered = page.evaluate((e: any) => globalThis.expectAnswer(e), { answer, atLeast });
    await page.waitForTimeout(+(process.env.BETWEEN ?? 400));
    const events: any[] = []; const h = (e: any) => events.push(...e.value);
    cdp.on('Tracing.dataCollected', h);
    await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } } as any);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    (times[n] ??= []).push(await answered);
    const done = new Promise((r) => cdp.once('Tracing.tracingComplete', r));
    await cdp.send('Tracing.end'); await done; cdp.off('Tracing.dataCollected', h);
    const click = events.find((e) => e.name === 'EventDispatch' && e.args?.data?.type === 'click');
    const until = click.ts + times[n]!.at(-1)! * 1000;
    const mine = events.filter((e) => e.tid === click.tid && e.ph === 'X' && e.ts >= click.ts && e.ts < until);
    for (const p of ['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize']) (parts[n + ' ' + p] ??= []).push(mine.filter((e) => e.name === p).reduce((s, e) => s + e.dur / 1000, 0));
    const nested = mine.filter((e) => ['UpdateLayoutTree', 'Layout'].includes(e.name) && e.ts < click.ts + click.dur).reduce((s, e) => s + e.dur / 1000, 0);
    (parts[n + ' script'] ??= []).push(click.dur / 1000 - nested);
    (parts[n + ' gc'] ??= []).push(mine.filter((e) => /GC/.test(e.name)).reduce((s, e) => s + e.dur / 1000, 0));
    (parts[n + ' objects'] ??= []).push(Math.max(0, ...mine.filter((e) => e.name === 'Layout').map((e) => e.args?.beginData?.dirtyObjects ?? 0)));
  }
  console.log(name);
  for (const [, , , n] of taps) console.log('  ', n.padEnd(6), 'total', Math.round(med(times[n]!)), 'max', Math.round(Math.max(...times[n]!)), Object.entries(parts).filter(([k]) => k.startsWith(n + ' ')).map(([k, v]) => k.slice(n.length + 1) + ' ' + med(v).toFixed(1)).join('  '));
}
await context.close();
await place.remove();
