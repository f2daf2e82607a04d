// Works with the server as an agent would, through the official TypeScript SDK: lists all, tracks, compares, buys with a
// person's consent, reads the label and cancels. Prints one line of JSON in the end; fails where anything is not as said.
//   node client.mjs URL            over HTTP
//   node client.mjs -- COMMAND...  over stdio
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const [target, ...command] = process.argv.slice(2);
const transport =
  target === '--'
    ? new StdioClientTransport({ command: command[0], args: command.slice(1), env: process.env, stderr: 'ignore' })
    : new StreamableHTTPClientTransport(new URL(target));

const questions = [];
let answer = 'accept';
const client = new Client({ name: 'client.mjs', version: '0' }, { capabilities: { elicitation: {} } });
client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
  questions.push(params.message);
  return answer === 'accept' ? { action: 'accept', content: { confirm: true } } : { action: answer };
});

async function call(name, args, options) {
  const result = await client.callTool({ name, arguments: args }, undefined, options);
  assert.ok(!result.isError, `${name}: ${result.content[0]?.text}`);
  return result;
}

await client.connect(transport);
const { tools } = await client.listTools(); // the SDK checks every structured answer against these schemas from now on
const { resources } = await client.listResources();
const { resourceTemplates } = await client.listResourceTemplates();
const { prompts } = await client.listPrompts();
assert.ok(resources.length > 0 && resourceTemplates.length > 0 && prompts.length > 0);
for (const { uri } of resources) {
  assert.ok((await client.readResource({ uri })).contents[0].text.length > 0, uri);
}
for (const { name, arguments: wanted } of prompts) {
  const args = Object.fromEntries((wanted ?? []).map((argument) => [argument.name, 'test']));
  assert.ok((await client.getPrompt({ name, arguments: args })).messages.length > 0, name);
}
const { completion } = await client.complete({
  ref: { type: 'ref/resource', uri: 'tracking://carriers/{carrier}' },
  argument: { name: 'carrier', value: 'u' },
});
assert.deepEqual(completion.values, ['ups']);

const numbers = [...client.getInstructions().matchAll(/(\w+) \((?:fedex|ups|dhl)\)/g)].map((match) => match[1]);
assert.ok(numbers.length >= 3, client.getInstructions());
const tracked = await call('track_package', { tracking_number: numbers[0] });
let told = 0;
await call('track_packages', { tracking_numbers: numbers }, { onprogress: () => told++ });

const shipment = {
  from_name: 'Shipping Desk', from_company: 'Example Books', from_phone: '9015550100', from_street: '1 Example Street',
  from_city: 'Memphis', from_state: 'TN', from_postal_code: '38118', from_country: 'US',
  to_name: 'Shipping Desk', to_company: 'Example Books', to_phone: '2065550100', to_street: '2 Example Avenue',
  to_city: 'Seattle', to_state: 'WA', to_postal_code: '98101', to_country: 'US',
  weight: '1.5', weight_unit: 'kg', length: 30, width: 20, height: 10, dimension_unit: 'cm', description: 'Printed books',
};
const rates = await call('get_shipping_rates', { ...shipment, carriers: ['ups'] });
const quote = rates.structuredContent.rates[0].quote_id;

answer = 'decline';
const declined = await client.callTool({ name: 'create_shipment', arguments: { quote_id: quote } });
assert.ok(declined.isError && declined.content[0].text.includes('E-4001'), declined.content[0].text);
answer = 'cancel';
const cancelled = await client.callTool({ name: 'create_shipment', arguments: { quote_id: quote } });
assert.ok(cancelled.isError && cancelled.content[0].text.includes('E-4002'), cancelled.content[0].text);
answer = 'accept';
const bought = await call('create_shipment', { quote_id: quote });
const link = bought.content.find((content) => content.type === 'resource_link');
const label = (await client.readResource({ uri: link.uri })).contents[0];
const bytes = Buffer.from(label.blob, 'base64');
assert.ok(bytes.length > 0 && (link.size === undefined || bytes.length === link.size));
const gone = await call('cancel_shipment', { shipment_id: bought.structuredContent.shipment_id });

console.log(
  JSON.stringify({
    tools: tools.map((tool) => tool.name),
    resources: resources.length,
    prompts: prompts.length,
    status: tracked.structuredContent.status,
    progress: told,
    questions,
    label: { mimeType: label.mimeType, bytes: bytes.length },
    cancelled: gone.structuredContent.cancelled,
  }),
);
await client.close();
