"""The page that Karta is measured beside: the least that Streamlit can show and change."""

import streamlit as st

st.title("Empty")
chosen = st.selectbox("Choice", ["first", "second", "third"], key="choice")
with st.container(key="shown"):
    st.text(chosen)
