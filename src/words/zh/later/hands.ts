/** 帮助中：鼠标与手指能做什么。 */
import type { Said } from '../../catalogue.ts';
import type { hands as english } from '../../en/later/hands.ts';

export const hands: Said<typeof english> = {
  title: '用鼠标与手指',
  gestures: {
    menu: { by: '按服务器或链路', does: '可对它做什么' },
    messageMenu: { by: '在消息上按右键，或用手指按住', does: '可对它做什么' },
    pair: { by: '从一台服务器拖到另一台', does: '切断或修复两者之间的链路' },
    group: { by: '围着服务器拖一圈', does: '把它们与其余分开' },
    timer: { by: '把计时环的末端拖到顶部', does: '计时器到期' },
    arrive: { by: '把消息拖到收件者', does: '立即到达' },
    later: { by: '把消息往回拖', does: '相应地晚到' },
    client: { by: '把客户端的名字拖到服务器上', does: '向它请求' },
    time: { by: '沿时间线拖动', does: '去到那一刻' },
    beat: { by: '在时间线上滚动滚轮', does: '前进或后退一次心跳' },
    zoom: { by: 'Ctrl 加滚轮，或两根手指', does: '放大或缩小' },
    pan: { by: 'Shift 加滚轮，或鼠标中键', does: '移动放大后的画面' },
    whole: { by: '在空白处按两次', does: '重新看到全部' },
    swipe: { by: '在课程卡片上横划', does: '下一站，或上一站' },
  },
};
