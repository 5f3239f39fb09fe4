// Replicates documents (JSON lines on a file) from one store to another through PouchDB's own server; prints seconds.
const fs = require('fs');
const path = require('path');
const express = require('express');
const PouchDB = require('pouchdb-node');

async function main(file, folder) {
  const docs = fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const at = (name) => path.join(folder, name) + path.sep;
  for (const name of ['one', 'server', 'other']) fs.mkdirSync(at(name), { recursive: true });
  const Served = PouchDB.defaults({ prefix: at('server') });
  const app = express();
  app.use('/', require('express-pouchdb')(Served, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: path.join(folder, 'log.txt') }));
  const listener = await new Promise((done) => { const up = app.listen(0, '127.0.0.1', () => done(up)); });
  const url = `http://127.0.0.1:${listener.address().port}/bills`;
  const one = new PouchDB(path.join(at('one'), 'bills'));
  const other = new PouchDB(path.join(at('other'), 'bills'));
  await one.bulkDocs(docs);
  const began = process.hrtime.bigint();
  await one.replicate.to(url, { batch_size: 500, batches_limit: 4 });
  await other.replicate.from(url, { batch_size: 500, batches_limit: 4 });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const info = await other.info();
  if (info.doc_count !== docs.length) throw new Error(`only ${info.doc_count} arrived`);
  console.log(JSON.stringify({ seconds }));
  process.exit(0);
}

main(process.argv[2], process.argv[3]).catch((error) => { console.error(error); process.exit(1); });
