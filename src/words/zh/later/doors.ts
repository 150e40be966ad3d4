/** The three ways to go on that a newcomer is shown. */
import type { Said } from '../../catalogue.ts';
import type { doors as english } from '../../en/later/doors.ts';

export const doors: Said<typeof english> = {
  label: '开始',
  heading: '这里运行着一个 Raft 集群。接下来有三条路：',
  close: '关闭这些建议',
  ways: {
    story: {
      title: '看故事',
      line: '一次选举、一个多数派、一个倒下的领导者：文章讲过的那些事。',
    },
    break: {
      title: '打破它',
      line: '关掉一条规则，看哪个承诺落空。',
    },
    use: {
      title: '用起来',
      line: '发请求、使其崩溃、断开链路、回到过去。',
    },
  },
};
