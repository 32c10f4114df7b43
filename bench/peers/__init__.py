"""The peers that our matching is measured beside, set up for each job."""
