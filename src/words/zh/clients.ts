/** What clients ask. */
import type { Said } from '../catalogue.ts';
import type { clients as english } from '../en/clients.ts';

export const clients: Said<typeof english> = {
  title: '客户端',
  key: '键',
  value: '值',
  expected: '期望值',
  is: '=',
  set: 'SET',
  get: 'GET',
  send: '发送',
  operation: '操作',
  operations: { delete: 'DELETE', cas: 'CAS', incr: 'INCR' },
  others: '其他…',
  client: '客户端',
  sendTo: '发送给',
  believed: '它认定的领导者',
  list: '客户端的命令',
  nothing: '还没有客户端发出过请求。',
  noKey: '需要一个键：请输入，例如 A。',
  noValue: '需要一个值：请输入，例如 1。',
  noExpected: 'CAS 要做比较：请输入你预期的现有值。',
  spaces: '键和值都是一个词，不含空格和不可见字符。',
  tooLong: '键和值最长 24 个字符。',
};
