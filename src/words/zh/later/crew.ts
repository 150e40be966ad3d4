/** Coming, going and leading: the verbs of a member, and what stands in the way. */
import type { Said } from '../../catalogue.ts';
import type { crew as english } from '../../en/later/crew.ts';

export const crew: Said<typeof english> = {
  snapshot: '生成快照',
  through: (index) => `截至条目 ${index}`,
  nothingNew: '上次快照之后没有新应用的条目',
  transfer: '让它当领导者',
  add: '加入为投票成员',
  addLearner: '加入为学习者',
  remove: '移出集群',
  promote: '升为投票成员',
  newcomer: {
    add: (name) => `加入 ${name}`,
    addLearner: (name) => `加入 ${name}，作为学习者`,
  },
  nobodyLeads: '没有领导者，谁也无法变更',
  pending: (index) => `有一项变更正在进行：条目 ${index}`,
  handingOver: (name) => `${name} 正在移交领导权`,
  hasNoVote: (name) => `${name} 没有投票权，因此不能当领导者。`,
  leadsAlready: (name) => `${name} 已是领导者。`,
  isOutside: (name) => `${name} 不在配置中：没有可移除的。`,
  restartWithout: {
    votedFor: '重启并丢失选票',
    currentTerm: '重启并丢失任期',
    log: '重启并丢失日志',
    all: '以空磁盘重启',
  },
  keys: { add: 'N', remove: '⇧N', transfer: '⇧L', restartLosing: '⇧X' },
};
