import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    title: 'My progress',
    solved: 'Solved',
    attempted: 'Attempted',
    points: 'Points',
    exercise: 'Exercise',
    best: 'Best result',
    bestScore: 'Best points',
    attempts: 'Attempts',
    last: 'Last attempt',
    none: 'Nothing here yet. Your progress starts with your first submission.',
    toList: 'Go to exercises',
  },
  {
    title: 'Tiến độ của tôi',
    solved: 'Đã giải',
    attempted: 'Đã thử',
    points: 'Điểm',
    exercise: 'Bài tập',
    best: 'Kết quả tốt nhất',
    bestScore: 'Điểm cao nhất',
    attempts: 'Số lần nộp',
    last: 'Lần nộp gần nhất',
    none: 'Chưa có gì ở đây. Bài nộp đầu tiên sẽ mở đầu tiến độ của bạn.',
    toList: 'Đến danh sách bài tập',
  },
);
