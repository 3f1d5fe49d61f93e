//! A playground for ECS security groups.
