import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    title: 'Leaderboard',
    lead: 'The sum of everyone’s best points. With equal points, who had them first stands higher.',
    rank: 'Rank',
    learner: 'Learner',
    points: 'Points',
    solved: 'Solved',
    improved: 'Last improved',
    you: 'You',
    none: 'Nobody has scored yet. The first place is free.',
  },
  {
    title: 'Bảng xếp hạng',
    lead: 'Tổng điểm cao nhất của mỗi người. Bằng điểm thì ai đạt trước đứng trên.',
    rank: 'Hạng',
    learner: 'Người học',
    points: 'Điểm',
    solved: 'Đã giải',
    improved: 'Tăng điểm lần cuối',
    you: 'Bạn',
    none: 'Chưa ai có điểm. Hạng nhất đang chờ bạn.',
  },
);
