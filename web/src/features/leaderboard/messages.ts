import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    title: 'Leaderboard',
    lead: 'Each learner’s best points, added up. In a tie, whoever reached the score first ranks higher.',
    rank: 'Rank',
    learner: 'Learner',
    points: 'Points',
    solved: 'Solved',
    improved: 'Last improved',
    you: 'You',
    none: 'No one has scored yet. First place is up for grabs.',
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
