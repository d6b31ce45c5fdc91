import { expect, it } from '@jest/globals';
import { ownPath } from './return-path.js';

it.each([
  ['/', '/'],
  ['/v1/me', '/v1/me'],
  ['/board?q=a&b=%2F%2F#top', '/board?q=a&b=%2F%2F#top'],
  ['/a/../b', '/b'],
  ['/日本', '/%E6%97%A5%E6%9C%AC'],
  ['/?next=https://evil.example', '/?next=https://evil.example'],
])('%s is a path of our own', (text, path) => {
  expect(ownPath(text)).toBe(path);
});

it.each([
  '',
  'board',
  '//evil.example',
  '///evil.example',
  '/..//evil.example',
  '/./%2e%2e//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\n/evil.example',
  '/\u0000',
  ' /board',
  'https://evil.example',
  'javascript:alert(1)',
  `/${'a'.repeat(2000)}`,
])('%j is none', (text) => {
  expect(ownPath(text)).toBeNull();
});
