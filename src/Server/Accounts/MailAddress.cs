namespace ChatRoom.Server.Accounts;

/// <summary>Where somebody is reached, as people write it. The server writes to nobody, so it only has to look like an address: whether it is one shows when somebody uses it.</summary>
public static class MailAddress
{
    public const int MostBytes = 254;

    public const string Missing = "Say where you are reached: REGISTER account you@example.org password. Only people who tend this server see it";

    /// <summary>None for what is no address.</summary>
    public static Option<string> Parse(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var parts = word.Split('@');
        var isAddress = parts is [{ Length: > 0 }, { Length: > 0 } host] && host.Contains('.') && !host.StartsWith('.') && !host.EndsWith('.')
            && System.Text.Encoding.UTF8.GetByteCount(word) <= MostBytes && !word.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
        return isAddress ? Option<string>.Some(word) : Option<string>.None;
    }
}
