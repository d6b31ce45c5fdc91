/**
 * Readable in both directions (no left or right), in every script, on screens and on paper, light or dark. Fonts are set
 * where a language begins and inherited from there, so that code keeps its own.
 */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1c2330; --quiet: #566074; --line: #d5dae3; --back: #fff; --soft: #f3f5f9; --mark: #2257c5; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e8f0; --quiet: #a3adbf; --line: #3a4353; --back: #14181f; --soft: #1e242e; --mark: #8db4ff; } }
* { box-sizing: border-box; }
html { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; font-size: 106.25%; line-height: 1.6; text-size-adjust: 100%; }
[lang]:lang(ar), [lang]:lang(fa), [lang]:lang(ur), [lang]:lang(ps), [lang]:lang(ckb) { font-family: "Segoe UI", "Geeza Pro", "Noto Sans Arabic", "Noto Naskh Arabic", Tahoma, system-ui, sans-serif; line-height: 1.8; letter-spacing: 0; }
[lang]:lang(ur) { font-family: "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Urdu Typesetting", "Noto Sans Arabic", system-ui, serif; line-height: 2.1; }
[lang]:lang(he), [lang]:lang(yi) { font-family: "Segoe UI", "Arial Hebrew", "Noto Sans Hebrew", Arial, system-ui, sans-serif; }
[lang]:lang(zh) { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif; line-break: strict; line-height: 1.75; }
[lang]:lang(zh-Hant), [lang]:lang(zh-TW), [lang]:lang(zh-HK), [lang]:lang(zh-MO) { font-family: "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", system-ui, sans-serif; }
[lang]:lang(ja) { font-family: "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", system-ui, sans-serif; line-break: strict; line-height: 1.75; }
[lang]:lang(ko) { font-family: "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", system-ui, sans-serif; word-break: keep-all; }
:lang(zh) :is(h1, h2, h3), :lang(ja) :is(h1, h2, h3) { text-wrap: wrap; word-break: auto-phrase; }
:lang(zh) em, :lang(ja) em { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
:lang(ja) em { text-emphasis: filled sesame; text-emphasis-position: over right; }
:lang(ar) em, :lang(fa) em, :lang(ur) em, :lang(he) em, :lang(ko) em { font-style: normal; font-weight: 600; }
body { margin: 0 auto; max-inline-size: 44rem; padding: 1.5rem 1.25rem 4rem; color: var(--text); background: var(--back); overflow-wrap: break-word; }
:lang(zh) body, :lang(ja) body { max-inline-size: 42em; }
p:empty { display: none; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin-block: 1.8em .6em; text-wrap: balance; }
h1 { font-size: 1.8em; margin-block-start: .4em; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; }
p, ul, ol, dl, blockquote, pre, table, figure, details { margin-block: 0 1em; margin-inline: 0; }
ul, ol { padding-inline-start: 1.6em; }
li { margin-block: .25em; }
li.todo { list-style-type: "☐ "; }
li.done { list-style-type: "☑ "; }
a { color: var(--mark); }
img { max-inline-size: 100%; block-size: auto; }
blockquote, aside { border-inline-start: .25rem solid var(--line); padding-inline-start: 1rem; color: var(--quiet); margin-inline: 0; }
code, kbd, samp, pre { font-family: ui-monospace, "Cascadia Code", Menlo, Consolas, "Noto Sans Mono", monospace; font-size: .92em; }
:not(pre) > code, kbd, samp { background: var(--soft); padding-inline: .3em; border-radius: .25em; }
pre { background: var(--soft); padding: .9em 1em; border-radius: .4em; overflow-x: auto; line-height: 1.5; text-align: start; }
pre.written { white-space: pre-wrap; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .4em .7em; text-align: start; vertical-align: top; }
th { background: var(--soft); }
.center { text-align: center; }
.end { text-align: end; }
.missing { color: var(--quiet); }
.note { background: var(--soft); border-inline-start: .25rem solid var(--mark); padding: .6em 1em; }
hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 2em; }
@media print { body { max-inline-size: none; padding: 0; } }
`;
