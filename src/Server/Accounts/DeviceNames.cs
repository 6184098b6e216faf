using System.Globalization;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Accounts;

/// <summary>How a person names a connection: "3.17", the server's start and the connection's number there.</summary>
public static class DeviceNames
{
    public static string Of(ConnectionId device) => $"{device.Server.Number}.{device.Number.ToString(CultureInfo.InvariantCulture)}";

    public static Option<ConnectionId> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('.') is [var server, var number] && int.TryParse(server, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
                ? new ConnectionId(new ServerId(start), which)
                : Option<ConnectionId>.None;
    }
}
