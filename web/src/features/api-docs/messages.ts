import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    title: 'API',
    lead: 'Every operation that programs can use. Open one and choose “Try it out” to send a real request.',
    services: 'Services',
    'user-management': 'Accounts',
    exercises: 'Exercises',
    scores: 'Submissions and scores',
    asUser: 'Requests are sent as {username}. They change real data.',
    anonymous: 'You are not signed in: only requests that need no account will succeed.',
    signIn: 'Sign in',
    download: 'Download this contract (OpenAPI 3.1)',
  },
  {
    title: 'API',
    lead: 'Mọi thao tác mà chương trình có thể dùng. Mở một thao tác rồi chọn “Try it out” để gửi yêu cầu thật.',
    services: 'Dịch vụ',
    'user-management': 'Tài khoản',
    exercises: 'Bài tập',
    scores: 'Bài nộp và điểm',
    asUser:
      'Yêu cầu được gửi với tài khoản {username}. Những gì bạn thay đổi ở đây là thay đổi thật.',
    anonymous: 'Bạn chưa đăng nhập: chỉ những yêu cầu không cần tài khoản mới thành công.',
    signIn: 'Đăng nhập',
    download: 'Tải bản đặc tả này (OpenAPI 3.1)',
  },
);
