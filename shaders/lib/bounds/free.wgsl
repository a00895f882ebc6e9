// Every parameter trains and may be anything.

fn may_move(i: u32) -> bool {
  return true;
}

fn keep_in_range(i: u32) {
}
