using System.Net;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Serve;

/// <summary>What `chatroom serve` was asked to show of itself.</summary>
/// <param name="Http">Where to show metrics and health; null for nowhere.</param>
/// <param name="LogsJson">Logs are for programs, an object a line, and not for people.</param>
/// <param name="LogLevel">The least that is logged.</param>
public sealed record ServeMonitoring(IPEndPoint? Http, bool LogsJson, LogLevel LogLevel)
{
    public static ServeMonitoring Default { get; } = new(null, false, LogLevel.Information);
}
