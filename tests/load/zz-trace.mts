import { openBrowser } from './browser.ts';
import { fill } from './fill.ts';
import { loadEverything, slowDown, teamWork } from './loaded-device.ts';
import { TEAM } from './office.ts';
import { createPlace } from './place.ts';
import { startServerProcess } from './server-process.ts';
import { watchForAnswers } from './answer.ts';
import { writeFileSync } from 'node:fs';
const place = await createPlace(undefined);
await fill(place, 1 + TEAM, teamWork({ approvedEach: 92 * 5, waitingEach: 5 }));
const server = await startServerProcess(place);
await loadEverything(place, server.origin);
await server.stop();
const context = await openBrowser(place);
await context.setOffline(true);
const page = await context.newPage();
await slowDown(context, page);
await page.addInitScript(watchForAnswers);
const cdp = await context.newCDPSession(page);
const link = (name: string) => page.getByRole('link', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const runs = [
 ['riwayat', [[link('Bulan sebelumnya'),'.calendar li',28,'prev'],[link('Bulan berikutnya'),'.calendar li',1,'next']]],
 ['tim', [[button('Minggu sebelumnya'),'[aria-labelledby="week"] tbody tr:nth-child(-n + 8)',8,'pweek'],[button('Minggu berikutnya'),'[aria-labelledby="week"] tbody tr:nth-child(-n + 8)',8,'nweek']]]
] as const;
for (const [where, taps] of runs) {
  await page.goto(`${server.origin}/${where}`);
  await page.locator('h1').waitFor();
  await page.waitForTimeout(4000);
  const events: any[] = [];
  const h = (e: any) => events.push(...e.value);
  cdp.on('Tracing.dataCollected', h);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'blink.user_timing','disabled-by-default-v8.gc', ...(process.env.PROF ? ['disabled-by-default-v8.cpu_profiler'] : [])] } } as any);
  const times: Record<string, number[]> = {};
  for (let i = 0; i < 6; i++) for (const [t, answer, atLeast, name] of taps) {
    await t.scrollIntoViewIfNeeded();
    const box = (await t.boundingBox())!;
    const answered = page.evaluate((e) => globalThis.expectAnswer(e), { answer, atLeast });
    await page.waitForTimeout(500);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    (times[name] ??= []).push(Math.round(await answered));
  }
  console.log(JSON.stringify(times));
  const done = new Promise((r) => cdp.once('Tracing.tracingComplete', r));
  await cdp.send('Tracing.end'); await done;
  cdp.off('Tracing.dataCollected', h);
  writeFileSync(`/tmp/trace-${where}.json`, JSON.stringify(events));
}
await context.close();
await place.remove();
