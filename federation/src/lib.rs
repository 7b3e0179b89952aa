//! The door to other servers. For now it says only who lives here (NodeInfo); the ActivityPub words come next, and will live only here.

pub mod nodeinfo;
