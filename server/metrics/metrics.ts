/** Counters and histograms for `/metrics`. Each is made beside what it counts, with its unit in its name. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Labels = Readonly<Record<string, string | number>>;
type Named = { readonly name: string; readonly help: string; readonly labels?: readonly string[] };

const DEFAULT_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 20, 60];

export class Metrics {
	readonly #registry = new Registry();
	readonly contentType = this.#registry.contentType;

	/** Adds memory, processor and event loop of this process. */
	watchProcess(): void {
		collectDefaultMetrics({ register: this.#registry });
	}

	counter({ name, help, labels = [] }: Named): (by: number, labels?: Labels) => void {
		const counter = new Counter({ name, help, labelNames: labels, registers: [this.#registry] });
		return (by, values = {}) => counter.inc(values, by);
	}

	histogram(
		named: Named & { readonly buckets?: readonly number[] }
	): (value: number, labels?: Labels) => void {
		const { name, help, labels = [], buckets = DEFAULT_BUCKETS } = named;
		const histogram = new Histogram({
			name,
			help,
			labelNames: labels,
			buckets: [...buckets],
			registers: [this.#registry]
		});
		return (value, values = {}) => histogram.observe(values, value);
	}

	/** A number that is asked for when somebody reads the metrics. */
	gauge({ name, help }: Omit<Named, 'labels'>, read: () => number): void {
		const collect = function (this: Gauge) {
			this.set(read());
		};
		new Gauge({ name, help, registers: [this.#registry], collect });
	}

	text(): Promise<string> {
		return this.#registry.metrics();
	}
}
