import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AttachmentTypeRefused } from './attachment-errors.js';
import { TestFolders } from './attachments.fixture.js';
import { mediaTypeOf, SNIFFED_BYTES } from './media-type.js';
import { TextCheck } from './text-check.js';

const folders = new TestFolders();
const folder = folders.make();

afterAll(() => folders.remove());

async function typeOf(bytes: string | Uint8Array): Promise<string> {
  const whole = Buffer.from(bytes);
  const file = join(folder, 'file');
  writeFileSync(file, whole);
  const text = new TextCheck();
  text.add(whole);
  return mediaTypeOf({ file, head: whole.subarray(0, SNIFFED_BYTES), isText: text.isText() });
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const PNG = latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\b\x06\0\0\0\x1f\x15\xc4\x89');
const PNG_END = latin1('\0\0\0\0IEND\xaeB`\x82');

describe('the media type of bytes', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['a picture', Buffer.concat([PNG, PNG_END]), 'image/png'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'application/pdf'],
    ['a packed file', latin1('\x1f\x8b\b\0\0\0\0\0\0\x03'), 'application/gzip'],
    ['plain text', 'Launch tiers\n', 'text/plain'],
    ['text in another script', '発売の段階', 'text/plain'],
    ['text that begins like a program', 'MZ is not a word.', 'text/plain'],
    ['text that begins like a bitmap', 'BM is not a word, but it begins one.', 'text/plain'],
    ['text with a NUL', 'a\0b', 'application/octet-stream'],
    ['text in another encoding', latin1('Gr\xfc\xdfe'), 'application/octet-stream'],
    [
      'half a character at the end',
      Buffer.from('Grüße').subarray(0, 3),
      'application/octet-stream',
    ],
  ])('is told for %s', async (_what, bytes, type) => {
    expect(await typeOf(bytes)).toBe(type);
  });

  it.each([
    ['<!DOCTYPE html><p>Hello', 'text/html'],
    ['\u{feff}\n  <html lang="en">', 'text/html'],
    ['<script>alert(1)</script>', 'text/html'],
    ['<!-- a note --><p>Hello', 'text/html'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<?xml version="1.0"?><!-- x --><svg onload="alert(1)">', 'image/svg+xml'],
    [
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd" [<!ENTITY a "b">]>\n<svg>',
      'image/svg+xml',
    ],
    ['<?xml version="1.0"?><s:svg xmlns:s="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'application/xhtml+xml'],
    ['<?xml version="1.0"?><xliff version="2.1"/>', 'application/xml'],
    ['<pitch> is what we call it', 'text/plain'],
  ])('is that of the markup: %s', async (text, type) => {
    expect(await typeOf(text)).toBe(type);
  });

  it.each<[string, Uint8Array | string]>([
    ['Windows', latin1('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff')],
    ['ELF', latin1('\x7fELF\x02\x01\x01\0\0\0\0\0')],
    ['Mach-O', latin1('\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0')],
    ['Mach-O or Java', latin1('\xca\xfe\xba\xbe\0\0\0\x02')],
    ['#!', '#!/bin/sh\nrm -rf ~\n'],
    ['#!', '\u{feff}#! /usr/bin/env node\n'],
    ['Windows shortcut', latin1('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F')],
  ])('is refused for a program: %s', async (name, bytes) => {
    await expect(typeOf(bytes)).rejects.toBeInstanceOf(AttachmentTypeRefused);
    await expect(typeOf(bytes)).rejects.toThrow(name);
  });
});
