"""Published figures in open formats. Pure: frames in, bytes or plain objects out."""
