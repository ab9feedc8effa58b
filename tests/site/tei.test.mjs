// TEI as it is written, held against what the TEI Guidelines P5 let stand in what.
import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { tei } from '../../www/export/tei.js';
import { openSubject } from './subject.mjs';
import { elementsOf } from './xml.mjs';

/**
 * @import { Document } from '../../www/analyzer/protocol.d.ts'
 * @import { Subject } from '../../www/export/subject.js'
 * @typedef {{ children?: RegExp, text?: boolean, attributes?: Record<string, RegExp> }} Model
 */

/** `macro.paraContent` and `macro.phraseSeq`. */
const INLINE = /^((persName|placeName|orgName|name|date|said) )*$/;
const ID = /^[\p{L}_][\p{L}\p{N}._-]*$/u;
const POINTER = /^#\S+$/;
/** `teidata.temporal.w3c`: the kinds of dates of XML Schema. */
const WHEN = /^(\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?)?|--\d\d(-\d\d)?|---\d\d)$/;
/** `model.phrase`, which has no speech. */
const PHRASE = /^((persName|placeName|orgName|name|date) )*$/;
const MIXED = { children: INLINE, text: true };
const NAME = { children: INLINE, text: true, attributes: { ref: POINTER, type: /^spelling$/ } };

/**
 * Of the content models of the Guidelines (TEI P5 4.x, Appendix C: Elements) as much as is used: the names of what stands in each
 * element, in order and each with a space after it; whether there is text in it; and its attributes besides `xml:lang`.
 *
 * @type {Record<string, Model>}
 */
const MODELS = {
  teiCorpus: {
    children: /^teiHeader (standOff )?(TEI )+$/,
    attributes: { xmlns: /^http:\/\/www\.tei-c\.org\/ns\/1\.0$/ },
  },
  TEI: { children: /^teiHeader text $/, attributes: { 'xml:id': ID } },
  teiHeader: { children: /^fileDesc (encodingDesc )?(profileDesc )?$/ },
  fileDesc: { children: /^titleStmt publicationStmt sourceDesc $/ },
  titleStmt: { children: /^title $/ },
  title: { text: true },
  publicationStmt: { children: /^p $/ },
  sourceDesc: { children: /^(p|bibl) $/ },
  bibl: { children: /^title (author )?(publisher )?(pubPlace )?(date )?idno $/ },
  author: { text: true },
  publisher: { text: true },
  pubPlace: { text: true },
  idno: { text: true, attributes: { type: /^file$/ } },
  encodingDesc: { children: /^editorialDecl appInfo $/ },
  editorialDecl: { children: /^p $/ },
  appInfo: { children: /^application $/ },
  application: {
    children: /^label p $/,
    attributes: { ident: ID, version: /^\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}$/ },
  },
  label: { text: true },
  profileDesc: { children: /^langUsage $/ },
  langUsage: { children: /^(language )+$/ },
  language: { text: true, attributes: { ident: /^[a-z]{2,3}$/ } },
  standOff: { children: /^(listPerson |listPlace |listOrg |listNym )+$/ },
  listPerson: { children: /^(person )+$/ },
  person: { children: /^(persName )+$/, attributes: { 'xml:id': ID } },
  listPlace: { children: /^(place )+$/ },
  place: { children: /^(placeName )+$/, attributes: { 'xml:id': ID } },
  listOrg: { children: /^(org )+$/ },
  org: { children: /^(orgName )+$/, attributes: { 'xml:id': ID } },
  listNym: { children: /^(nym )+$/ },
  nym: { children: /^(form )+$/, attributes: { 'xml:id': ID } },
  form: { text: true, attributes: { type: /^spelling$/ } },
  text: { children: /^body $/ },
  body: { children: /^(div )+$|^p $/ },
  div: { children: /^(head )?(p )+$|^head $/, attributes: { type: ID } },
  head: MIXED,
  p: { ...MIXED, attributes: { rend: /^\S+$/ } },
  said: { ...MIXED, attributes: { who: POINTER, direct: /^(true|false)$/ } },
  date: { children: PHRASE, text: true, attributes: { when: WHEN } },
  persName: NAME,
  placeName: NAME,
  orgName: NAME,
  name: { children: INLINE, text: true, attributes: { nymRef: POINTER } },
};

/** @type {Subject} */
let subject;
before(() => ({ subject } = openSubject()));

/** The elements of what is written, each in its place. @param {Subject} of */
function valid(of) {
  const all = elementsOf(tei(of).join(''));
  for (const { name, children, own, attributes } of all) {
    const model = MODELS[name];
    assert.ok(model, `<${name}> is none of the elements used`);
    const inside = children.map((child) => `${child} `).join('');
    assert.match(inside, model.children ?? /^$/, `in <${name}>`);
    assert.ok(model.text || own.trim() === '', `text in <${name}>: ${own}`);
    for (const [key, value] of Object.entries(attributes))
      assert.match(
        value,
        key === 'xml:lang' ? /^[a-z]{2,3}$/ : (model.attributes?.[key] ?? /^$/),
        `${name}/@${key}`,
      );
  }
  const ids = all.flatMap(({ attributes }) => attributes['xml:id'] ?? []);
  assert.equal(new Set(ids).size, ids.length);
  for (const { attributes } of all)
    for (const pointer of [attributes.ref, attributes.who, attributes.nymRef])
      if (pointer) assert.ok(ids.includes(pointer.slice(1)), pointer);
  return all;
}

test('TEI has each element where the Guidelines let it stand, and what the report has', () => {
  const { documents, entities } = subject.report;
  const all = valid(subject);
  const named = (/** @type {string} */ name) => all.filter((found) => found.name === name);
  assert.equal(named('TEI').length, documents.length);
  const kinds = { PER: 'person', LOC: 'place', ORG: 'org', MISC: 'nym' };
  for (const [kind, name] of Object.entries(kinds))
    assert.equal(named(name).length, entities.filter((entity) => entity.kind === kind).length, name);
  const mentions = documents.reduce((sum, document) => sum + document.mentions.length, 0);
  const marked = ['persName', 'placeName', 'orgName', 'name']
    .flatMap(named)
    .filter(({ attributes }) => attributes.ref ?? attributes.nymRef);
  assert.ok(marked.length >= mentions, 'a name that a quote ends in is in two parts');
  assert.equal(named('application')[0]?.attributes.version, subject.report.warraq);
  assert.ok(!tei(subject).join('').includes('<script>'));
});

test('a quote that begins or ends in a name, or a date that does, leaves it valid and whole', () => {
  const [first] = subject.report.documents;
  const [entity] = subject.report.entities;
  const body = first?.blocks.find(({ kind }) => kind === 'body');
  assert.ok(first && entity && body);
  const at = (/** @type {number} */ from, /** @type {number} */ to) => ({
    start: body.start + from,
    end: body.start + to,
  });
  const quote = { speaker: null, speaker_phrase: null, cue: null, direct: true };
  for (const [from, to] of /** @type {[number, number][]} */ ([
    [12, 15],
    [8, 15],
    [12, 24],
    [10, 20],
    [8, 24],
  ])) {
    /** @type {Document} */
    const document = {
      ...first,
      mentions: [{ ...at(10, 20), kind: entity.kind, entity: entity.id, score: 1, reason: '' }],
      quotes: [{ ...quote, ...at(from, to) }],
      dates: [{ ...at(11, 22), value: '2024-05' }],
    };
    const all = valid({ ...subject, report: { ...subject.report, documents: [document] } });
    const said = all.filter(({ name }) => name === 'said');
    assert.equal(
      said.map(({ text }) => text).join(''),
      document.text.slice(body.start + from, body.start + to),
    );
    const words = all.filter(({ attributes }) => attributes.ref).map(({ text }) => text);
    assert.equal(words.join(''), document.text.slice(body.start + 10, body.start + 20));
  }
});
