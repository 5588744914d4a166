import { defineMessages } from '@/lib/i18n/messages';

/** What a program may do with an API token. */
export const scopeNames = defineMessages(
  {
    'exercises:read': 'Read exercises',
    'exercises:write': 'Write and publish exercises',
    'submissions:read': 'Read submissions and results',
    'submissions:write': 'Run and submit code',
    'users:read': 'Read accounts',
    'users:write': 'Manage accounts',
  },
  {
    'exercises:read': 'Đọc bài tập',
    'exercises:write': 'Soạn và đăng bài tập',
    'submissions:read': 'Đọc bài nộp và kết quả',
    'submissions:write': 'Chạy thử và nộp bài',
    'users:read': 'Đọc danh sách tài khoản',
    'users:write': 'Quản lý tài khoản',
  },
);
