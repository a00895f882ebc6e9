/** Links as earlier studios wrote them, byte for byte. They must open for ever; never make them anew. */
export const OLD_LINKS = {
  /** Format 1: without any of the fields that have defaults now. */
  vowelsVersion1:
    '1VLLjtswDPyVYM5M4WSL3UT3vfXUAr0sgoKRmViILAmU3DQN_O8FnUUfn9ALRcHWzJAzd5yyjtzgUIbccgp-LT-KaBglNRC-i9aQ' +
    'E9yGkHgUOHzNV4l1ldOKV8_rMfey8kMoIFSRHu6F0Lhe4O7ouXEVQx9CjJKOyqm3H_Ok3rBUOILgI9cqFe4N4QZCGEAQKyxWrJuu' +
    'OMwE46twzwRJPveixnMJqYeDz3EaUzXA98694dSBcNpY2Vp5Wrpv2-5x7jocFtQpclsmRRm4Gm31HAWu-_AyEyLfRA3wvqwMDhMI' +
    'o9RhGcM3TucpsoJw5vC-sJxiSMIa2u0vmSmf7O2FS2G4J4IayY7AyznP9L9wJME8H8hs7PPU7FuyPMVQBa7pJL-3uOkIMddqNmmu' +
    'dS2paS43zISmHFJIZ3ufSwtjqP_4yj2PIByl8cbk7x_9dun3e4KUGuKSUlnvzCxhNcDP3BYDu43pGKSfTAp8riGZw0dufvgSfi76' +
    'doaT_VDhPnbdTBhY-yurmJKi8gjyKfickqWjxNCa6KtqtuXSIzd_riFVUYvUp2XsjtAHI5rnXw',
  /** Format 2, with every flaw of a published chip. */
  ficonnVersion2:
    '5VTRbtQwEPyVap7dKjl6tPUrAgkJFQkeqwpt483FqrM2ttOjnPLvaH0tPb6BF3tlb2Z3Zsc5YIx5pgqLNMUaxQ_n_Ctx9jNLhcET' +
    '5-KjwG4MhGaGxafPH77e3p49xT2HYs5qJi_szrycFV8XGBRmB3tlUKk8wh7gqFJhLTL5EFgeMonTxLjkQSEzU4DBEKgULrB38M8w' +
    '8BMMWBdiXTRa9rhfDeboNPG9AcsQHWet8-jFwWKIYZmlKOBLZO8wdjAYe102Lfpx3U42ut83wCVQbVxBcwq-Lk6rloECw3YXm-1q' +
    'EOiZswIemnKwUMYzl6nRGCrJbgmUYbBnv5tqaQ3NKfAvLZfjbxbYu3uDHXmB7Q0kSvDClH19PqEhcVTsR0qJYLcGWbt4b0C631yt' +
    'q_lvmhDGut7rQOUphuU4JllCMOodF5eq6aJeDr4wbM0L_53dpUGIpdXPsZRzlppjesZq0NzrZaefz1yn6E7qllRIfffXDba76NQF' +
    'Xnz1FNTQ1Bhmkh2ffDlmZoU_ZRlT9bMv_1iVHM0weOBKfRP0GG9afHNjwKn4oGR7Pr9W_zFl7fcb1WM7vbKc2C1KFEMsXtS1D1SH' +
    '6bv_zbDby05x4jAV2Muu67rVYKLs9pRbzynz8XWOfogi6nklXDl_zDm2gXcbgzRR4beTXmUonHUWX5q6-kQMnOc2yya1l93LnUHK' +
    'MdGOTvINfi4k1ZeXd3dAHNufiErj4NUzyrphVQqPr0N32Y_1iKrJt7ENvXvr_O3EceXhFT_Fverfq21KilL8U7Nar4qJ23tXJ9jN' +
    'xdagTLG--qhOrM5ShBDJwW47g8pz4kx1URXfNVWz-vi811tyg6a_cDAYlxC-H-3Yr0opzikKi14f1nX9Aw',
  /** Format 2, a convolution. */
  convolutionVersion2:
    'zVPLjtswDPyVBc9KkWTRdtfXoocCbVB0eyv2wEq0RUQmXUneV-B_L6hkm-wf9CbJ5HA4Mz5Ar3nECh1MUasK-xU9TZR5JKng4IFy' +
    'YRXotg4ER4IOvp8Krz7tdu7q2-7L3U9wUIgCdB8dVCx76A4QsGIhQx6Fi2EVnbM3hEyYwIFPWAoV6H7dLw5GDXbefHBA4jVQNpQ9' +
    'S4AOeMSBYHGQ8Jlya3HgVR40zbXxO8Aj8RBrOeOPVGK7-YoyzAmzkag4tJkH8BFFKJ2G7ikLJeiurSZzIOg2DsTkSVwIuppncoC-' +
    '8gMeZ0KmNIODSTXZnvgEi7vEvd7-z7iiQrDcO4iEJnKfsFYScBA5BBLo1g5wHiwK-KpyidzXFoc-8QRdj6nQ4qCMqjWyDNCt363f' +
    'L85cCDpXa7pg1eodFI_pyDhpMc981lJWJDXr9GxO14wsDe8AI9Wo4SIPv9Hvp6wTHHNj2_jIk_WxcGW0l4jN8Ywy0EVvn6lFqc_6' +
    'YktalHSqPHJ5kzkMOIKD31RxY0vdHs_bdr69dUBT4WSqbGh1Y9kkzMb4B1ZqKmxsz0hhtlXBa2EhQ8Tq4x2_2P7bG8NRHwt0JlrE' +
    'HB4xN75TpuMPVDixV1nVSHnUlZH1FuUpca2UP-esuZk1RSx0vrIUymbc16bx2kHgo-hNbZbh3wcTEwd8U_xnRqlcTtbLnNKpsWLa' +
    'vz6E3PLwOnynzeX1md35JVAl_wZMx0mFxH7aw7IsfwE',
} as const;
