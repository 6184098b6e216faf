namespace ChatRoom.Tui.ConnectForm;

/// <summary>What can have the focus in the form, from top to bottom.</summary>
public enum FormField
{
    /// <summary>The servers that one was at; there only if there are any.</summary>
    Recent,

    Host,
    Port,
    Tls,
    Nick,
    Room,
    /// <summary>Opens the fields behind it, which most people leave empty; there until it is opened.</summary>
    More,
    ServerPassword,
    Account,
    AccountPassword,

    /// <summary>The account is a new one, to be made.</summary>
    Register,

    /// <summary>The button. What is wrong with none of the fields is said beside it.</summary>
    Connect,
}
