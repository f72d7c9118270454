"""What the server adds around Streamlit: headers, compressed assets, health, request log."""
