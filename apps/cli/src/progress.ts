import type { BatchProgress, EpochMetrics } from '@hqnn/classifier';
import pc from 'picocolors';
import { bar, percent } from './output.ts';
import type { Parts } from './parts.ts';
import type { RunConfig } from './run-config.ts';

/** What training tells people on stderr: a line an epoch, and on a terminal one that moves. */
export function progress(stream: NodeJS.WriteStream = process.stderr) {
  const colors = pc.createColors(stream.isTTY && pc.isColorSupported);
  const started = performance.now();
  const said = (line: string) => stream.write(`${stream.isTTY ? '\r\x1b[K' : ''}${line}\n`);
  let last = 0;
  return {
    begin: ({ data, preset, model, gradient }: RunConfig, { train }: Parts) => {
      said(
        `${colors.bold(data.digits.join(' v '))}, preset ${preset}: ${train.labels.length} training images, ${model.qubits} qubits, ` +
          `${model.layers} layers, gradients by ${gradient}`,
      );
    },
    batch: ({ epoch, epochs, seen, samples, loss }: BatchProgress) => {
      if (!stream.isTTY || performance.now() - last < 100) return;
      last = performance.now();
      const seconds = (last - started) / 1000;
      const all = (epoch - 1) * samples + seen;
      const left = (seconds / all) * (epochs * samples - all);
      const line = `epoch ${epoch}/${epochs} ${bar(seen / samples)} loss ${loss.toFixed(4)}  ${Math.round(all / seconds)} images/s  ${clock(left)} left`;
      stream.write(`\r\x1b[K${line.slice(0, (stream.columns || 80) - 1)}`);
    },
    epoch: ({ epoch, train, validation }: EpochMetrics) => {
      said(
        `epoch ${`${epoch}`.padStart(2)}  loss ${train.loss.toFixed(4)}  accuracy ${percent(train.accuracy)}  ` +
          `validation loss ${validation.loss.toFixed(4)}  accuracy ${percent(validation.accuracy)}`,
      );
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${`${Math.floor(seconds % 60)}`.padStart(2, '0')}`;
