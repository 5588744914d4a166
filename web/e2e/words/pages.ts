/** Of the frame around every page, and of pages of little text. */
const en = {
  menu: 'Menu',
  exercises: 'Exercises',
  submissions: 'Submissions',
  progress: 'Progress',
  leaderboard: 'Leaderboard',
  pageLanguage: 'Page language',
  theme: 'Theme',
  notFound: 'Page not found',
  myProgress: 'My progress',
  mySubmissions: 'My submissions',
  you: 'You',
  connectionLost: 'Can’t reach Touchstone. Trying again…',
  unreachable: 'Touchstone can’t be reached right now',
  tryAgain: 'Try again',
  notForYou: 'You don’t have access to this page',
};

const vi: typeof en = {
  menu: 'Trình đơn',
  exercises: 'Bài tập',
  submissions: 'Bài nộp',
  progress: 'Tiến độ',
  leaderboard: 'Xếp hạng',
  pageLanguage: 'Ngôn ngữ của trang',
  theme: 'Giao diện',
  notFound: 'Trang này không tồn tại',
  myProgress: 'Tiến độ của tôi',
  mySubmissions: 'Bài nộp của tôi',
  you: 'Bạn',
  connectionLost: 'Không kết nối được với Touchstone. Đang thử lại…',
  unreachable: 'Hiện không kết nối được với Touchstone',
  tryAgain: 'Thử lại',
  notForYou: 'Bạn không có quyền xem trang này',
};

export const pages = { en, vi };
