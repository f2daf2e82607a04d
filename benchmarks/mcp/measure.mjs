// start ROUNDS LABEL=COMMAND...: from a fresh process to the answer to initialize, interleaved; then the memory when idle.
// tokens LABEL=COMMAND...: how much a model reads of the tools, in characters and in tokens of o200k_base.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as idle } from 'node:timers/promises';
import { countTokens } from 'gpt-tokenizer';

const INITIALIZE = {
  jsonrpc: '2.0', id: 1, method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: { elicitation: {} }, clientInfo: { name: 'bench', version: '1' } },
};
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const parse = (text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1).trim().split(/\s+/)];

function open([program, ...args]) {
  const began = performance.now();
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map();
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const message of lines.map((line) => JSON.parse(line))) waiting.get(message.id)?.(message);
  });
  const send = (message) => child.stdin.write(JSON.stringify(message) + '\n');
  const ask = (message) => new Promise((answered, failed) => {
    waiting.set(message.id, answered);
    child.once('exit', () => failed(new Error(`${program} has ended`)));
    send(message);
  });
  return { child, began, send, ask };
}

async function initialized(command) {
  const server = open(command);
  await server.ask(INITIALIZE);
  server.ms = performance.now() - server.began;
  server.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  return server;
}

async function close({ child }) {
  const ended = new Promise((done) => child.once('exit', done));
  child.stdin.end();
  await Promise.race([ended, idle(8000).then(() => child.kill())]);
}

const [what, ...rest] = process.argv.slice(2);
if (what === 'start') {
  const variants = rest.slice(1).map(parse);
  const ms = new Map(variants.map(([label]) => [label, []]));
  const rss = new Map(variants.map(([label]) => [label, []]));
  for (let round = 0; round <= Number(rest[0]); round++) {
    for (const [label, command] of variants) {
      const server = await initialized(command);
      await server.ask({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
      await idle(1500);
      const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))[1];
      await close(server);
      if (round > 0) {
        ms.get(label).push(server.ms);
        rss.get(label).push(kib / 1024);
      }
    }
  }
  console.log('| variant | initialize answered, ms (least) | idle, MB |\n|---|---|---|');
  for (const [label] of variants) {
    const least = Math.min(...ms.get(label)).toFixed(0);
    console.log(`| ${label} | ${median(ms.get(label)).toFixed(0)} (${least}) | ${median(rss.get(label)).toFixed(1)} |`);
  }
} else {
  console.log('| tools | how many | characters | characters / 4 | tokens | tokens without output schemas |\n|---|---|---|---|---|---|');
  for (const [label, command] of rest.map(parse)) {
    const server = await initialized(command);
    const { tools } = (await server.ask({ jsonrpc: '2.0', id: 2, method: 'tools/list' })).result;
    await close(server);
    const all = JSON.stringify(tools);
    const read = JSON.stringify(tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })));
    console.log(`| ${label} | ${tools.length} | ${all.length} | ${Math.round(all.length / 4)} | ${countTokens(all)} | ${countTokens(read)} |`);
  }
}
