/** How a line of Figure 2 is cited, by its id. */
import type { citation as citationEnglish, section as sectionEnglish } from '../en/rules.ts';

const groups: Readonly<Record<string, string>> = {
  AE: 'AppendEntries',
  RV: 'RequestVote',
  All: '所有服务器',
  Fol: '跟随者',
  Can: '候选者',
  Ldr: '领导者',
};

const extensions: Readonly<Record<string, string>> = {
  PV: '博士论文 §9.6，PreVote',
  CQ: '博士论文 §6.2，CheckQuorum',
  LT: '博士论文 §3.10，领导权移交',
  IS: '论文 §7，快照',
  MC: '论文 §6，成员变更',
  RD: '博士论文 §6.4，读取',
  DK: '博士论文 §10.2.1，磁盘',
};

/** A section of the paper: `§5.4.2`; of the dissertation with its name before it. */
export const section: typeof sectionEnglish = (id) =>
  id.startsWith('Thesis ') ? `博士论文 §${id.slice('Thesis '.length)}` : `§${id}`;

/** `图 2，领导者 · 规则 4` for `Ldr4`; the extensions are cited by section. */
export const citation: typeof citationEnglish = (id) => {
  const [, group = '', number = ''] = /^([A-Za-z]+)(\d+)$/.exec(id) ?? [];
  if (group in extensions) return `${extensions[group]} · 规则 ${number}`;
  return `图 2，${groups[group] ?? group} · 规则 ${number}`;
};
