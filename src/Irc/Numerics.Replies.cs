namespace ChatRoom.Irc;

/// <summary>The replies.</summary>
public static partial class Numerics
{
    public static ReadOnlySpan<byte> RplWelcome => "001"u8;
    public static ReadOnlySpan<byte> RplYourHost => "002"u8;
    public static ReadOnlySpan<byte> RplCreated => "003"u8;
    public static ReadOnlySpan<byte> RplMyInfo => "004"u8;
    public static ReadOnlySpan<byte> RplISupport => "005"u8;
    public static ReadOnlySpan<byte> RplBounce => "010"u8;
    public static ReadOnlySpan<byte> RplMap => "015"u8;
    public static ReadOnlySpan<byte> RplMapEnd => "017"u8;

    public static ReadOnlySpan<byte> RplStatsLinkInfo => "211"u8;
    public static ReadOnlySpan<byte> RplStatsCommands => "212"u8;
    public static ReadOnlySpan<byte> RplEndOfStats => "219"u8;
    public static ReadOnlySpan<byte> RplUModeIs => "221"u8;
    public static ReadOnlySpan<byte> RplServList => "234"u8;
    public static ReadOnlySpan<byte> RplServListEnd => "235"u8;
    public static ReadOnlySpan<byte> RplStatsUptime => "242"u8;
    public static ReadOnlySpan<byte> RplStatsOLine => "243"u8;

    public static ReadOnlySpan<byte> RplLUserClient => "251"u8;
    public static ReadOnlySpan<byte> RplLUserOp => "252"u8;
    public static ReadOnlySpan<byte> RplLUserUnknown => "253"u8;
    public static ReadOnlySpan<byte> RplLUserChannels => "254"u8;
    public static ReadOnlySpan<byte> RplLUserMe => "255"u8;
    public static ReadOnlySpan<byte> RplAdminMe => "256"u8;
    public static ReadOnlySpan<byte> RplAdminLoc1 => "257"u8;
    public static ReadOnlySpan<byte> RplAdminLoc2 => "258"u8;
    public static ReadOnlySpan<byte> RplAdminEmail => "259"u8;
    public static ReadOnlySpan<byte> RplTryAgain => "263"u8;
    public static ReadOnlySpan<byte> RplLocalUsers => "265"u8;
    public static ReadOnlySpan<byte> RplGlobalUsers => "266"u8;
    public static ReadOnlySpan<byte> RplSileList => "271"u8;
    public static ReadOnlySpan<byte> RplEndOfSileList => "272"u8;
    public static ReadOnlySpan<byte> RplWhoisCertFp => "276"u8;

    public static ReadOnlySpan<byte> RplNone => "300"u8;
    public static ReadOnlySpan<byte> RplAway => "301"u8;
    public static ReadOnlySpan<byte> RplUserHost => "302"u8;
    public static ReadOnlySpan<byte> RplIsOn => "303"u8;
    public static ReadOnlySpan<byte> RplUnAway => "305"u8;
    public static ReadOnlySpan<byte> RplNowAway => "306"u8;
    public static ReadOnlySpan<byte> RplWhoisRegNick => "307"u8;
    public static ReadOnlySpan<byte> RplWhoisUser => "311"u8;
    public static ReadOnlySpan<byte> RplWhoisServer => "312"u8;
    public static ReadOnlySpan<byte> RplWhoisOperator => "313"u8;
    public static ReadOnlySpan<byte> RplWhowasUser => "314"u8;
    public static ReadOnlySpan<byte> RplEndOfWho => "315"u8;
    public static ReadOnlySpan<byte> RplWhoisIdle => "317"u8;
    public static ReadOnlySpan<byte> RplEndOfWhois => "318"u8;
    public static ReadOnlySpan<byte> RplWhoisChannels => "319"u8;
    public static ReadOnlySpan<byte> RplWhoisSpecial => "320"u8;

    public static ReadOnlySpan<byte> RplListStart => "321"u8;
    public static ReadOnlySpan<byte> RplList => "322"u8;
    public static ReadOnlySpan<byte> RplListEnd => "323"u8;
    public static ReadOnlySpan<byte> RplChannelModeIs => "324"u8;
    public static ReadOnlySpan<byte> RplCreationTime => "329"u8;
    public static ReadOnlySpan<byte> RplWhoisAccount => "330"u8;
    public static ReadOnlySpan<byte> RplNoTopic => "331"u8;
    public static ReadOnlySpan<byte> RplTopic => "332"u8;
    public static ReadOnlySpan<byte> RplTopicWhoTime => "333"u8;
    public static ReadOnlySpan<byte> RplWhoisBot => "335"u8;
    public static ReadOnlySpan<byte> RplInviteList => "336"u8;
    public static ReadOnlySpan<byte> RplEndOfInviteList => "337"u8;
    public static ReadOnlySpan<byte> RplWhoisActually => "338"u8;
    public static ReadOnlySpan<byte> RplInviting => "341"u8;
    public static ReadOnlySpan<byte> RplInvexList => "346"u8;
    public static ReadOnlySpan<byte> RplEndOfInvexList => "347"u8;
    public static ReadOnlySpan<byte> RplExceptList => "348"u8;
    public static ReadOnlySpan<byte> RplEndOfExceptList => "349"u8;

    public static ReadOnlySpan<byte> RplVersion => "351"u8;
    public static ReadOnlySpan<byte> RplWhoReply => "352"u8;
    public static ReadOnlySpan<byte> RplNamReply => "353"u8;
    public static ReadOnlySpan<byte> RplWhoSpcRpl => "354"u8;
    public static ReadOnlySpan<byte> RplLinks => "364"u8;
    public static ReadOnlySpan<byte> RplEndOfLinks => "365"u8;
    public static ReadOnlySpan<byte> RplEndOfNames => "366"u8;
    public static ReadOnlySpan<byte> RplBanList => "367"u8;
    public static ReadOnlySpan<byte> RplEndOfBanList => "368"u8;
    public static ReadOnlySpan<byte> RplEndOfWhowas => "369"u8;
    public static ReadOnlySpan<byte> RplInfo => "371"u8;
    public static ReadOnlySpan<byte> RplMotd => "372"u8;
    public static ReadOnlySpan<byte> RplEndOfInfo => "374"u8;
    public static ReadOnlySpan<byte> RplMotdStart => "375"u8;
    public static ReadOnlySpan<byte> RplEndOfMotd => "376"u8;
    public static ReadOnlySpan<byte> RplWhoisHost => "378"u8;
    public static ReadOnlySpan<byte> RplWhoisModes => "379"u8;

    public static ReadOnlySpan<byte> RplFounderList => "386"u8;
    public static ReadOnlySpan<byte> RplEndOfFounderList => "387"u8;
    public static ReadOnlySpan<byte> RplYoureOper => "381"u8;
    public static ReadOnlySpan<byte> RplRehashing => "382"u8;
    public static ReadOnlySpan<byte> RplTime => "391"u8;
    public static ReadOnlySpan<byte> RplVisibleHost => "396"u8;

    public static ReadOnlySpan<byte> RplStartTls => "670"u8;
    public static ReadOnlySpan<byte> RplWhoisSecure => "671"u8;
    public static ReadOnlySpan<byte> RplHelpStart => "704"u8;
    public static ReadOnlySpan<byte> RplHelpTxt => "705"u8;
    public static ReadOnlySpan<byte> RplEndOfHelp => "706"u8;
    public static ReadOnlySpan<byte> RplKnock => "710"u8;
    public static ReadOnlySpan<byte> RplKnockDlvr => "711"u8;
    public static ReadOnlySpan<byte> RplQuietList => "728"u8;
    public static ReadOnlySpan<byte> RplEndOfQuietList => "729"u8;
    public static ReadOnlySpan<byte> RplMonOnline => "730"u8;
    public static ReadOnlySpan<byte> RplMonOffline => "731"u8;
    public static ReadOnlySpan<byte> RplMonList => "732"u8;
    public static ReadOnlySpan<byte> RplEndOfMonList => "733"u8;

    public static ReadOnlySpan<byte> RplWhoisKeyValue => "760"u8;
    public static ReadOnlySpan<byte> RplKeyValue => "761"u8;
    public static ReadOnlySpan<byte> RplMetadataEnd => "762"u8;
    public static ReadOnlySpan<byte> RplKeyNotSet => "766"u8;
    public static ReadOnlySpan<byte> RplMetadataSubOk => "770"u8;
    public static ReadOnlySpan<byte> RplMetadataUnsubOk => "771"u8;
    public static ReadOnlySpan<byte> RplMetadataSubs => "772"u8;
    public static ReadOnlySpan<byte> RplMetadataSyncLater => "774"u8;

    public static ReadOnlySpan<byte> RplLoggedIn => "900"u8;
    public static ReadOnlySpan<byte> RplLoggedOut => "901"u8;
    public static ReadOnlySpan<byte> RplSaslSuccess => "903"u8;
    public static ReadOnlySpan<byte> RplSaslMechs => "908"u8;
}
