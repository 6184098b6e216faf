namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>Where npm puts what is installed for everybody (`npm install --global`).</summary>
internal static class NodeModules
{
    /// <summary>Beside the node that is first in the path, or where Debian's npm puts it.</summary>
    public static string? With(string module) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => File.Exists(Path.Combine(folder, "node")))
        .SelectMany(folder => new[] { Path.Combine(folder, "..", "lib", "node_modules"), "/usr/local/lib/node_modules" })
        .FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, module)));
}
