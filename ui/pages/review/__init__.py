"""The Review page: candidates judged side by side."""
