"""The portfolio: all algorithms of a municipality in view.

`lines` holds what is known of each register entry and assessment, `algorithm` puts the two together,
`portfolio` is all of it on one day.
"""
