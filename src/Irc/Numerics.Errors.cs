namespace ChatRoom.Irc;

/// <summary>The errors: 400 to 599 as RFC 1459 section 2.4 has it, and above them those that came with later extensions.</summary>
public static partial class Numerics
{
    public static ReadOnlySpan<byte> ErrUnknownError => "400"u8;
    public static ReadOnlySpan<byte> ErrNoSuchNick => "401"u8;
    public static ReadOnlySpan<byte> ErrNoSuchServer => "402"u8;
    public static ReadOnlySpan<byte> ErrNoSuchChannel => "403"u8;
    public static ReadOnlySpan<byte> ErrCannotSendToChan => "404"u8;
    public static ReadOnlySpan<byte> ErrTooManyChannels => "405"u8;
    public static ReadOnlySpan<byte> ErrWasNoSuchNick => "406"u8;
    public static ReadOnlySpan<byte> ErrTooManyTargets => "407"u8;
    public static ReadOnlySpan<byte> ErrNoOrigin => "409"u8;
    public static ReadOnlySpan<byte> ErrInvalidCapCmd => "410"u8;
    public static ReadOnlySpan<byte> ErrNoRecipient => "411"u8;
    public static ReadOnlySpan<byte> ErrNoTextToSend => "412"u8;
    public static ReadOnlySpan<byte> ErrNoTopLevel => "413"u8;
    public static ReadOnlySpan<byte> ErrWildTopLevel => "414"u8;
    public static ReadOnlySpan<byte> ErrBadMask => "415"u8;
    public static ReadOnlySpan<byte> ErrTooManyMatches => "416"u8;
    public static ReadOnlySpan<byte> ErrInputTooLong => "417"u8;
    public static ReadOnlySpan<byte> ErrUnknownCommand => "421"u8;
    public static ReadOnlySpan<byte> ErrNoMotd => "422"u8;
    public static ReadOnlySpan<byte> ErrNoAdminInfo => "423"u8;
    public static ReadOnlySpan<byte> ErrFileError => "424"u8;
    public static ReadOnlySpan<byte> ErrTooManyAway => "429"u8;

    public static ReadOnlySpan<byte> ErrNoNicknameGiven => "431"u8;
    public static ReadOnlySpan<byte> ErrErroneusNickname => "432"u8;
    public static ReadOnlySpan<byte> ErrNicknameInUse => "433"u8;
    public static ReadOnlySpan<byte> ErrNickCollision => "436"u8;
    public static ReadOnlySpan<byte> ErrUnavailResource => "437"u8;
    public static ReadOnlySpan<byte> ErrTargetTooFast => "439"u8;
    public static ReadOnlySpan<byte> ErrServicesDown => "440"u8;
    public static ReadOnlySpan<byte> ErrUserNotInChannel => "441"u8;
    public static ReadOnlySpan<byte> ErrNotOnChannel => "442"u8;
    public static ReadOnlySpan<byte> ErrUserOnChannel => "443"u8;
    public static ReadOnlySpan<byte> ErrSummonDisabled => "445"u8;
    public static ReadOnlySpan<byte> ErrUsersDisabled => "446"u8;
    public static ReadOnlySpan<byte> ErrNoNickChange => "447"u8;
    public static ReadOnlySpan<byte> ErrNotRegistered => "451"u8;

    public static ReadOnlySpan<byte> ErrNeedMoreParams => "461"u8;
    public static ReadOnlySpan<byte> ErrAlreadyRegistered => "462"u8;
    public static ReadOnlySpan<byte> ErrNoPermForHost => "463"u8;
    public static ReadOnlySpan<byte> ErrPasswdMismatch => "464"u8;
    public static ReadOnlySpan<byte> ErrYoureBannedCreep => "465"u8;
    public static ReadOnlySpan<byte> ErrKeySet => "467"u8;
    public static ReadOnlySpan<byte> ErrChannelIsFull => "471"u8;
    public static ReadOnlySpan<byte> ErrUnknownMode => "472"u8;
    public static ReadOnlySpan<byte> ErrInviteOnlyChan => "473"u8;
    public static ReadOnlySpan<byte> ErrBannedFromChan => "474"u8;
    public static ReadOnlySpan<byte> ErrBadChannelKey => "475"u8;
    public static ReadOnlySpan<byte> ErrBadChanMask => "476"u8;
    public static ReadOnlySpan<byte> ErrNeedReggedNick => "477"u8;
    public static ReadOnlySpan<byte> ErrBanListFull => "478"u8;
    public static ReadOnlySpan<byte> ErrCannotKnock => "480"u8;
    public static ReadOnlySpan<byte> ErrNoPrivileges => "481"u8;
    public static ReadOnlySpan<byte> ErrChanOPrivsNeeded => "482"u8;
    public static ReadOnlySpan<byte> ErrCantKillServer => "483"u8;
    public static ReadOnlySpan<byte> ErrRestricted => "484"u8;
    public static ReadOnlySpan<byte> ErrUniqOPrivsNeeded => "485"u8;
    public static ReadOnlySpan<byte> ErrNoOperHost => "491"u8;

    public static ReadOnlySpan<byte> ErrUModeUnknownFlag => "501"u8;
    public static ReadOnlySpan<byte> ErrUsersDontMatch => "502"u8;
    public static ReadOnlySpan<byte> ErrSileListFull => "511"u8;
    public static ReadOnlySpan<byte> ErrHelpNotFound => "524"u8;
    public static ReadOnlySpan<byte> ErrInvalidKey => "525"u8;
    public static ReadOnlySpan<byte> ErrCantSendToUser => "531"u8;
    public static ReadOnlySpan<byte> ErrStartTls => "691"u8;
    public static ReadOnlySpan<byte> ErrInvalidModeParam => "696"u8;
    public static ReadOnlySpan<byte> ErrTooManyKnock => "712"u8;
    public static ReadOnlySpan<byte> ErrChanOpen => "713"u8;
    public static ReadOnlySpan<byte> ErrKnockOnChan => "714"u8;
    public static ReadOnlySpan<byte> ErrNoPrivs => "723"u8;
    public static ReadOnlySpan<byte> ErrMonListFull => "734"u8;
    public static ReadOnlySpan<byte> ErrNickLocked => "902"u8;
    public static ReadOnlySpan<byte> ErrSaslFail => "904"u8;
    public static ReadOnlySpan<byte> ErrSaslTooLong => "905"u8;
    public static ReadOnlySpan<byte> ErrSaslAborted => "906"u8;
    public static ReadOnlySpan<byte> ErrSaslAlready => "907"u8;
}
